package yard;

import quintet.core.App;

/** A yard with bays, and what stands in them. */
public final class YardApp extends App {}
