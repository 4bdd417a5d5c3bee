package quintet.core.internal.i18n;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads gettext source catalogues, so that a project needs no compile step. Fuzzy and obsolete entries are left out. */
public final class PoReader {
    private final Catalog.Builder out = new Catalog.Builder();
    private final String file;
    private boolean fuzzy;
    private @Nullable String context;
    private @Nullable String id;
    private final List<String> forms = new ArrayList<>();
    private char part;
    private int line;

    private PoReader(String file) {
        this.file = file;
    }

    /**
     * Reads a whole file.
     *
     * @param data its bytes, UTF-8
     * @param file its name, for messages
     * @return the catalogue
     */
    public static Catalog read(byte[] data, String file) {
        PoReader reader = new PoReader(file);
        String text = new String(data, StandardCharsets.UTF_8);
        for (String line : text.split("\n", -1)) {
            reader.line++;
            reader.line(line.strip());
        }
        reader.finish();
        return reader.out.build();
    }

    private void line(String text) {
        if (text.isEmpty()) {
            finish();
        } else if (text.startsWith("#")) {
            if (part == 's') {
                finish();
            }
            if (text.startsWith("#,") && text.contains("fuzzy")) {
                fuzzy = true;
            }
        } else if (text.startsWith("\"")) {
            append(unquote(text));
        } else {
            keyword(text);
        }
    }

    private void keyword(String text) {
        int quote = text.indexOf('"');
        if (quote < 0) {
            throw error("expected a quoted text");
        }
        String name = text.substring(0, quote).strip();
        String value = unquote(text.substring(quote));
        if (name.equals("msgctxt")) {
            finish();
            part = 'c';
            context = value;
        } else if (name.equals("msgid")) {
            if (part != 'c') {
                finish();
            }
            part = 'i';
            id = value;
        } else if (name.equals("msgid_plural")) {
            part = 'p';
        } else if (name.startsWith("msgstr")) {
            part = 's';
            forms.add(value);
        } else {
            throw error("unknown keyword " + name);
        }
    }

    private void append(String value) {
        switch (part) {
            case 'c' -> context = context + value;
            case 'i' -> id = id + value;
            case 's' -> forms.set(forms.size() - 1, forms.getLast() + value);
            default -> {
                // the plural source text is not part of the key
            }
        }
    }

    private void finish() {
        String key = id;
        if (key != null && !forms.isEmpty() && (!fuzzy || key.isEmpty())) {
            String full = context == null ? key : context + '\u0004' + key;
            out.add(full, forms.toArray(String[]::new), file);
        }
        if (part == 's') {
            fuzzy = false;
        }
        if (part == 's' || key == null) {
            id = null;
            context = null;
            forms.clear();
            part = 0;
        }
    }

    private String unquote(String text) {
        if (text.length() < 2 || !text.endsWith("\"")) {
            throw error("the quote is not closed");
        }
        StringBuilder sb = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() - 1) {
                c = text.charAt(++i);
                sb.append(
                        switch (c) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            default -> c;
                        });
            } else {
                sb.append(c);
            }
        }
        return sb.toString();
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(file + ", line " + line + ": " + what + ".");
    }
}
