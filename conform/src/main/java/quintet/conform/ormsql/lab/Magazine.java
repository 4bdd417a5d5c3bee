package quintet.conform.ormsql.lab;

import quintet.orm.Manager;
import quintet.orm.Meta;

/** An item that comes in issues. The recording's model, with its names. */
public class Magazine extends Item {
    public static final Manager<Magazine> objects = new Manager<>(Magazine.class);

    public Integer issue;

    public static final Meta<Magazine> meta = Meta.of(Magazine.class).ordering("name");
}
