package press;

import quintet.orm.Manager;

/** An item that comes out again and again. */
// region: magazine
public class Magazine extends Item {
    public static final Manager<Magazine> objects = new Manager<>(Magazine.class);

    public int issue;
}
// endregion
