package freight;

import quintet.core.App;

/** Orders, their lines and what is sent of them. */
public final class FreightApp extends App {}
