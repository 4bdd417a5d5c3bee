package press;

import quintet.orm.Manager;

/** Who owns things. */
public class Owner extends Named {
    public static final Manager<Owner> objects = new Manager<>(Owner.class);
}
