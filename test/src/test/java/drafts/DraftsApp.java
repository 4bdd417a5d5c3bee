package drafts;

import quintet.core.App;

/** An app that is just being begun: a model, no migration. */
public final class DraftsApp extends App {}
