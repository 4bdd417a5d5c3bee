package quintet.core.internal.i18n;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Date and number formats of languages; others take separators from the JDK and patterns from the settings. */
final class LocaleTable {
    static final String[] COLUMNS = {
        "DATE_FORMAT",
        "TIME_FORMAT",
        "DATETIME_FORMAT",
        "YEAR_MONTH_FORMAT",
        "MONTH_DAY_FORMAT",
        "SHORT_DATE_FORMAT",
        "SHORT_DATETIME_FORMAT",
        "FIRST_DAY_OF_WEEK",
        "DECIMAL_SEPARATOR",
        "THOUSAND_SEPARATOR",
        "NUMBER_GROUPING",
        "DATE_INPUT_FORMATS",
        "DATETIME_INPUT_FORMATS",
        "TIME_INPUT_FORMATS"
    };

    private static final String[][] ROWS = {
        {"en", "N j, Y", "P", "N j, Y, P", "F Y", "F j", "m/d/Y", "m/d/Y P", "0", ".", ",", "3", "%Y-%m-%d\n%m/%d/%Y\n%m/%d/%y\n%b %d %Y\n%b %d, %Y\n%d %b %Y\n%d %b, %Y\n%B %d %Y\n%B %d, %Y\n%d %B %Y\n%d %B, %Y", "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M:%S.%f\n%Y-%m-%d %H:%M\n%m/%d/%Y %H:%M:%S\n%m/%d/%Y %H:%M:%S.%f\n%m/%d/%Y %H:%M\n%m/%d/%y %H:%M:%S\n%m/%d/%y %H:%M:%S.%f\n%m/%d/%y %H:%M", "%H:%M:%S\n%H:%M:%S.%f\n%H:%M"},
        {"en-gb", "j M Y", "P", "j M Y, P", "F Y", "j F", "d/m/Y", "d/m/Y P", "1", ".", ",", "3", "%d/%m/%Y\n%d/%m/%y\n%Y-%m-%d", "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M:%S.%f\n%Y-%m-%d %H:%M\n%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M\n%d/%m/%y %H:%M:%S\n%d/%m/%y %H:%M:%S.%f\n%d/%m/%y %H:%M", ""},
        {"en-au", "j M Y", "P", "j M Y, P", "F Y", "j F", "d/m/Y", "d/m/Y P", "0", ".", ",", "3", "%d/%m/%Y\n%d/%m/%y", "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M:%S.%f\n%Y-%m-%d %H:%M\n%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M", ""},
        {"de", "j. F Y", "H:i", "j. F Y H:i", "F Y", "j. F", "d.m.Y", "d.m.Y H:i", "1", ",", ".", "3", "%d.%m.%Y\n%d.%m.%y", "%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M:%S.%f\n%d.%m.%Y %H:%M", ""},
        {"de-ch", "j. F Y", "H:i", "j. F Y H:i", "F Y", "j. F", "d.m.Y", "d.m.Y H:i", "1", ",", "\u00a0", "3", "%d.%m.%Y\n%d.%m.%y", "%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M:%S.%f\n%d.%m.%Y %H:%M", ""},
        {"fr", "j F Y", "H:i", "j F Y H:i", "F Y", "j F", "j N Y", "j N Y H:i", "1", ",", "\u00a0", "3", "%d/%m/%Y\n%d/%m/%y", "%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M", ""},
        {"es", "j \\d\\e F \\d\\e Y", "H:i", "j \\d\\e F \\d\\e Y \\a \\l\\a\\s H:i", "F \\d\\e Y", "j \\d\\e F", "d/m/Y", "d/m/Y H:i", "1", ",", "\u00a0", "3", "%d/%m/%Y\n%d/%m/%y", "%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M\n%d/%m/%y %H:%M:%S\n%d/%m/%y %H:%M:%S.%f\n%d/%m/%y %H:%M", ""},
        {"it", "d F Y", "H:i", "l d F Y H:i", "F Y", "j F", "d/m/Y", "d/m/Y H:i", "1", ",", ".", "3", "%d/%m/%Y\n%Y/%m/%d\n%d-%m-%Y\n%Y-%m-%d\n%d-%m-%y\n%d/%m/%y", "%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M\n%d-%m-%Y %H:%M:%S\n%d-%m-%Y %H:%M", ""},
        {"nl", "j F Y", "H:i", "j F Y H:i", "F Y", "j F", "j-n-Y", "j-n-Y H:i", "1", ",", ".", "3", "%d-%m-%Y\n%d-%m-%y\n%d/%m/%Y\n%d/%m/%y\n%Y/%m/%d", "%d-%m-%Y %H:%M:%S\n%d-%m-%Y %H:%M:%S.%f\n%d-%m-%Y %H:%M", "%H:%M:%S\n%H:%M:%S.%f\n%H.%M:%S\n%H.%M:%S.%f\n%H.%M\n%H:%M"},
        {"pt", "j \\d\\e F \\d\\e Y", "H:i", "j \\d\\e F \\d\\e Y à\\s H:i", "F \\d\\e Y", "j \\d\\e F", "d/m/Y", "d/m/Y H:i", "0", ",", ".", "3", "%Y-%m-%d\n%d/%m/%Y\n%d/%m/%y", "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M\n%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M", ""},
        {"pt-br", "j \\d\\e F \\d\\e Y", "H:i", "j \\d\\e F \\d\\e Y à\\s H:i", "F \\d\\e Y", "j \\d\\e F", "d/m/Y", "d/m/Y H:i", "0", ",", ".", "3", "%d/%m/%Y\n%d/%m/%y", "%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M\n%d/%m/%y %H:%M:%S\n%d/%m/%y %H:%M", ""},
        {"ca", "j E \\d\\e Y", "G:i", "j E \\d\\e Y \\a \\l\\e\\s G:i", "F \\d\\e\\l Y", "j E", "d/m/Y", "d/m/Y G:i", "1", ",", ".", "3", "%d/%m/%Y\n%d/%m/%y", "%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M", ""},
        {"cs", "j. E Y", "G:i", "j. E Y G:i", "F Y", "j. F", "d.m.Y", "d.m.Y G:i", "1", ",", "\u00a0", "3", "%d.%m.%Y\n%d.%m.%y\n%d. %m. %Y\n%d. %m. %y", "%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M:%S.%f\n%d.%m.%Y %H.%M\n%d.%m.%Y %H:%M", ""},
        {"pl", "j E Y", "H:i", "j E Y H:i", "F Y", "j E", "d-m-Y", "d-m-Y  H:i", "1", ",", "\u00a0", "3", "%d.%m.%Y\n%d.%m.%y\n%y-%m-%d", "%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M:%S.%f\n%d.%m.%Y %H:%M", ""},
        {"ru", "j E Y г.", "G:i", "j E Y г. G:i", "F Y г.", "j F", "d.m.Y", "d.m.Y H:i", "1", ",", "\u00a0", "3", "%d.%m.%Y\n%d.%m.%y", "%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M:%S.%f\n%d.%m.%Y %H:%M\n%d.%m.%y %H:%M:%S\n%d.%m.%y %H:%M", ""},
        {"uk", "d E Y р.", "H:i", "d E Y р. H:i", "F Y", "d F", "d.m.Y", "d.m.Y H:i", "1", ",", "\u00a0", "3", "%d.%m.%Y\n%d %B %Y", "%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M:%S.%f\n%d.%m.%Y %H:%M", ""},
        {"sv", "j F Y", "H:i", "j F Y H:i", "F Y", "j F", "Y-m-d", "Y-m-d H:i", "1", ",", "\u00a0", "3", "%Y-%m-%d\n%m/%d/%Y\n%m/%d/%y", "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M:%S.%f\n%Y-%m-%d %H:%M", ""},
        {"da", "j. F Y", "H:i", "j. F Y H:i", "F Y", "j. F", "d.m.Y", "d.m.Y H:i", "1", ",", ".", "3", "%d.%m.%Y", "%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M:%S.%f\n%d.%m.%Y %H:%M", ""},
        {"nb", "j. F Y", "H:i", "j. F Y H:i", "F Y", "j. F", "d.m.Y", "d.m.Y H:i", "1", ",", "\u00a0", "3", "%Y-%m-%d\n%d.%m.%Y\n%d.%m.%y", "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M\n%d.%m.%Y %H:%M:%S\n%d.%m.%Y %H:%M", ""},
        {"fi", "j. E Y", "G.i", "j. E Y \\k\\e\\l\\l\\o G.i", "F Y", "j. F", "j.n.Y", "j.n.Y G.i", "1", ",", "\u00a0", "3", "%d.%m.%Y\n%d.%m.%y", "%d.%m.%Y %H.%M.%S\n%d.%m.%Y %H.%M.%S.%f\n%d.%m.%Y %H.%M", "%H.%M.%S\n%H.%M.%S.%f\n%H.%M"},
        {"tr", "d F Y", "H:i", "d F Y H:i", "F Y", "d F", "d M Y", "d M Y H:i", "1", ",", ".", "3", "%d/%m/%Y\n%d/%m/%y\n%y-%m-%d", "%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M", ""},
        {"ja", "Y年n月j日", "G:i", "Y年n月j日G:i", "Y年n月", "n月j日", "Y/m/d", "Y/m/d G:i", "", ".", ",", "", "", "", ""},
        {"zh-hans", "Y年n月j日", "H:i", "Y年n月j日 H:i", "Y年n月", "m月j日", "Y年n月j日", "Y年n月j日 H:i", "1", ".", "", "4", "%Y/%m/%d\n%Y-%m-%d\n%Y年%n月%j日", "%Y/%m/%d %H:%M\n%Y-%m-%d %H:%M\n%Y/%m/%d %H:%M:%S\n%Y-%m-%d %H:%M:%S", ""},
        {"ko", "Y년 n월 j일", "A g:i", "Y년 n월 j일 g:i A", "Y년 n월", "n월 j일", "Y-n-j.", "Y-n-j H:i", "", ".", ",", "3", "", "", ""},
        {"el", "d/m/Y", "P", "d/m/Y P", "F Y", "j F", "d/m/Y", "d/m/Y P", "0", ",", ".", "", "%d/%m/%Y\n%d/%m/%y\n%Y-%m-%d", "%d/%m/%Y %H:%M:%S\n%d/%m/%Y %H:%M:%S.%f\n%d/%m/%Y %H:%M", ""},
        {"he", "j בF Y", "H:i", "j בF Y H:i", "F Y", "j בF", "d/m/Y", "d/m/Y H:i", "", ".", ",", "", "", "", ""},
        {"ar", "j F، Y", "g:i A", "", "F Y", "j F", "d‏/m‏/Y", "", "", ",", ".", "", "", "", ""},
    };

    private static final Map<String, String[]> BY_LANGUAGE = new HashMap<>();

    static {
        for (String[] row : ROWS) {
            BY_LANGUAGE.put(row[0], row);
        }
    }

    private LocaleTable() {}

    static String @Nullable [] row(String language) {
        return BY_LANGUAGE.get(language);
    }
}
