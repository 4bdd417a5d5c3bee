package survey;

import quintet.fields.CharField;
import quintet.orm.Model;

/** What all accounts have. */
public abstract class Account extends Model {
    @CharField(maxLength = 30, unique = true)
    public String name = "";
}
