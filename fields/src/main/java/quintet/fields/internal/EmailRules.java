package quintet.fields.internal;

import java.net.IDN;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quintet.fields.IpAddresses;

/** What an e-mail address may look like. */
public final class EmailRules {
    private static final int MAX_LENGTH = 320;
    private static final String ATOM = "[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+";
    private static final Pattern USER = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*"
            + "|\"(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*\"");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}(?<!-)");
    private static final Pattern LITERAL = Pattern.compile("\\[([A-Fa-f0-9:.]+)\\]");

    private EmailRules() {}

    /** Whether the text is an address; {@code allowed} are further domains, such as {@code localhost}. */
    public static boolean accepts(String text, Collection<String> allowed) {
        int at = text.lastIndexOf('@');
        if (at < 0 || text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return false;
        }
        String domain = text.substring(at + 1);
        return USER.matcher(text.substring(0, at)).matches()
                && (allowed.contains(domain) || domain(domain) || domain(punycode(domain)));
    }

    private static boolean domain(String domain) {
        if (DOMAIN.matcher(domain).matches()) {
            return true;
        }
        Matcher literal = LITERAL.matcher(domain);
        return literal.matches() && (IpAddresses.isV4(literal.group(1)) || IpAddresses.isV6(literal.group(1)));
    }

    private static String punycode(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException notEncodable) {
            return "";
        }
    }
}
