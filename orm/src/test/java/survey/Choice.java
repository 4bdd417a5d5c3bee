package survey;

import quintet.orm.Manager;

/** A question with a table beside the other. */
public class Choice extends Question {
    public static final Manager<Choice> objects = new Manager<>(Choice.class);

    public int options = 2;
}
