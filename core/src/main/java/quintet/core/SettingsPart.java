package quintet.core;

/**
 * A typed group of settings that belongs to a higher module, such as a database or the HTTP settings. Given to
 * {@link Settings#with(SettingsPart)}; a module reads its own with {@link Settings#part(Class)} or
 * {@link Settings#parts(Class)}.
 */
public interface SettingsPart {}
