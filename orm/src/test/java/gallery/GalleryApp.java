package gallery;

import quintet.core.App;

/** Works of art, with fields of rarer options. */
public final class GalleryApp extends App {}
