package members;

import quintet.fields.EmailField;
import quintet.orm.Manager;
import survey.Account;

/** An account with an address. */
public class Member extends Account {
    public static final Manager<Member> objects = new Manager<>(Member.class);

    @EmailField
    public String email = "";
}
