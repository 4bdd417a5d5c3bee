package survey;

import quintet.orm.Manager;
import quintet.orm.Meta;

/** The account that is used unless the settings name another. */
// region: swappable
public class User extends Account {
    public static final Manager<User> objects = new Manager<>(User.class);
    public static final Meta<User> meta = Meta.of(User.class).swappable("SURVEY_ACCOUNT");
}
// endregion
