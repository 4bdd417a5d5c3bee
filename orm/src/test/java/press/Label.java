package press;

import quintet.orm.Manager;

/** What things are sorted under. */
public class Label extends Named {
    public static final Manager<Label> objects = new Manager<>(Label.class);
}
