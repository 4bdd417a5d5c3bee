package shop;

import quintet.core.App;

/** The tests' app. */
public final class ShopApp extends App {}
