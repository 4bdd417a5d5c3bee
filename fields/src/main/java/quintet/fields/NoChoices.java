package quintet.fields;

/** Says "no choices" where an annotation needs a class. */
public enum NoChoices {}
