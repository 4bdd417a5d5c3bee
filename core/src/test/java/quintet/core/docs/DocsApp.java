package quintet.core.docs;

import quintet.core.App;

/** An app whose package has a command. */
public final class DocsApp extends App {}
