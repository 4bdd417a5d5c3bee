package library;

import quintet.fields.TextChoices;

/** What kind of book it is. */
public enum Genre implements TextChoices {
    NOVEL("n"),
    POETRY("p"),
    SCIENCE("s");

    private final String value;

    Genre(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
