package quintet.benchmarks.shop;

import quintet.core.App;

/** The app of the models that are measured. */
public final class ShopApp extends App {}
