package kept;

import quintet.core.App;

/** An app with a migration and without models, beside those that have models and no migrations. */
public final class KeptApp extends App {}
