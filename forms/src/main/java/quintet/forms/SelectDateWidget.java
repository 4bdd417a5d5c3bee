package quintet.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;

/** Three selects for a date: month, day, year, sent as {@code NAME_month}, {@code NAME_day}, {@code NAME_year}. */
public final class SelectDateWidget extends Widget {
    private static final Pattern PARTIAL = Pattern.compile("([0-9]{4}|0)-([0-9]{1,2})-([0-9]{1,2})");
    private static final int DEFAULT_YEARS = 10;
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private final List<Integer> years;
    private Map<Integer, String> months = new LinkedHashMap<>();
    private List<String> emptyLabels = List.of("---", "---", "---");

    SelectDateWidget(List<Integer> years) {
        this.years = List.copyOf(years);
        for (int i = 0; i < MONTHS.size(); i++) {
            months.put(i + 1, MONTHS.get(i));
        }
    }

    /** The same widget with other months, by number. */
    public SelectDateWidget months(Map<Integer, String> names) {
        SelectDateWidget copy = (SelectDateWidget) copy();
        copy.months = new LinkedHashMap<>(names);
        return copy;
    }

    /** The same widget with labels for "nothing chosen". */
    public SelectDateWidget emptyLabels(String year, String month, String day) {
        SelectDateWidget copy = (SelectDateWidget) copy();
        copy.emptyLabels = List.of(year, month, day);
        return copy;
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/select_date.html";
    }

    @Override
    public String inputType() {
        return "select";
    }

    @Override
    public boolean useFieldset() {
        return true;
    }

    @Override
    public String idForLabel(String id) {
        return id + "_month";
    }

    private List<Integer> shownYears() {
        if (!years.isEmpty()) {
            return years;
        }
        int now = Year.now(java.time.ZoneOffset.UTC).getValue();
        return java.util.stream.IntStream.range(now, now + DEFAULT_YEARS)
                .boxed()
                .toList();
    }

    private static @Nullable String[] parts(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return new String[] {
                "" + date.getYear(), "" + date.getMonthValue(), "" + date.getDayOfMonth(),
            };
        }
        Matcher m = value instanceof String text ? PARTIAL.matcher(text) : null;
        if (m == null || !m.matches()) {
            return new String[3];
        }
        return new String[] {shown(m.group(1)), shown(m.group(2)), shown(m.group(3))};
    }

    /** Zero stands for "not chosen". */
    private static String shown(String digits) {
        int number = Integer.parseInt(digits);
        return number == 0 ? "" : Integer.toString(number);
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        WidgetView view = super.view(name, value, extraAttrs);
        String[] parts = parts(value);
        List<ChoiceItem> days = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            days.add(ChoiceItem.of(day, Integer.toString(day)));
        }
        List<ChoiceItem> yearItems = new ArrayList<>();
        shownYears().forEach(year -> yearItems.add(ChoiceItem.of(year, Integer.toString(year))));
        return view.withSubwidgets(List.of(
                select(name + "_month", parts[1], ChoiceItem.of(months), emptyLabels.get(1), view),
                select(name + "_day", parts[2], days, emptyLabels.get(2), view),
                select(name + "_year", parts[0], yearItems, emptyLabels.get(0), view)));
    }

    private WidgetView select(
            String name, @Nullable String value, List<ChoiceItem> choices, String emptyLabel, WidgetView whole) {
        List<ChoiceItem> offered = new ArrayList<>();
        if (!isRequired()) {
            offered.add(ChoiceItem.of("", emptyLabel));
        }
        offered.addAll(choices);
        Map<String, Object> own = new LinkedHashMap<>(whole.attrs());
        own.put("id", "id_" + name);
        return Widgets.select()
                .choices(offered)
                .serving(isRequired(), false, Map.of())
                .view(name, value, own);
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        String year = data.get(name + "_year");
        String month = data.get(name + "_month");
        String day = data.get(name + "_day");
        if (Objects.equals(year, "") && Objects.equals(month, "") && Objects.equals(day, "")) {
            return null;
        }
        if (year == null || month == null || day == null) {
            return data.get(name);
        }
        try {
            return PythonText.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (NumberFormatException | DateTimeException notADate) {
            return orZero(year) + "-" + orZero(month) + "-" + orZero(day);
        }
    }

    private static String orZero(String text) {
        return text.isEmpty() ? "0" : text;
    }

    @Override
    public boolean isOmitted(FormData data, String name) {
        return !data.has(name + "_year") && !data.has(name + "_month") && !data.has(name + "_day");
    }
}
