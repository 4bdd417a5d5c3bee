package quintet.core;

/**
 * An exception that a template swallows: a variable whose lookup fails with it renders as
 * {@code string_if_invalid}. "Does not exist" errors of a data layer implement it. Answers to Django's
 * {@code silent_variable_failure}.
 */
public interface SilentInTemplates {}
