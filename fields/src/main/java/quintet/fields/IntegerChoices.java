package quintet.fields;

/** An enum stored as an integer (Django's {@code IntegerChoices}); the constants must give {@link #value()}. */
public interface IntegerChoices extends Choice<Integer> {}
