package members;

import quintet.core.App;

/** Members. */
public final class MembersApp extends App {}
