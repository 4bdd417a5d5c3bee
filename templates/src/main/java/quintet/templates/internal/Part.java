package quintet.templates.internal;

import java.util.List;
import java.util.function.BiConsumer;
import quintet.templates.Library;
import quintet.templates.internal.filters.DateFilters;
import quintet.templates.internal.filters.HtmlFilters;
import quintet.templates.internal.filters.Humanize;
import quintet.templates.internal.filters.ListFilters;
import quintet.templates.internal.filters.LogicFilters;
import quintet.templates.internal.filters.NumberFilters;
import quintet.templates.internal.filters.TextFilters;
import quintet.templates.internal.tags.BlockTags;
import quintet.templates.internal.tags.CacheTag;
import quintet.templates.internal.tags.FormatTags;
import quintet.templates.internal.tags.LanguageTags;
import quintet.templates.internal.tags.LogicTags;
import quintet.templates.internal.tags.LoopTags;
import quintet.templates.internal.tags.TextTags;
import quintet.templates.internal.tags.TranslationTags;
import quintet.templates.internal.tags.UrlTags;

/**
 * The parts of the libraries every engine has, with the names in them: a tag or filter is made
 * when its name is used first, as most templates use few and the work of each is a class of its own.
 */
enum Part implements BiConsumer<Library, String> {
    /** See {@link LogicTags}. */
    LOGIC_TAGS("if with firstof regroup"),
    /** See {@link LoopTags}. */
    LOOP_TAGS("for cycle resetcycle ifchanged"),
    /** See {@link TextTags}. */
    TEXT_TAGS(
            "autoescape comment verbatim filter spaceless templatetag widthratio now lorem debug load csrf_token csp_nonce_attr"),
    /** See {@link UrlTags}. */
    URL_TAGS("url querystring"),
    /** See {@link BlockTags}. */
    BLOCK_TAGS("block extends include partialdef partial"),
    /** See {@link TextFilters}. */
    TEXT_FILTERS(
            "addslashes capfirst lower upper title make_list slugify wordcount iriencode urlencode phone2numeric stringformat cut ljust rjust center wordwrap truncatechars truncatechars_html truncatewords truncatewords_html"),
    /** See {@link HtmlFilters}. */
    HTML_FILTERS("escape force_escape escapejs safe striptags linebreaks linebreaksbr linenumbers urlize urlizetrunc"),
    /** See {@link ListFilters}. */
    LIST_FILTERS("dictsort dictsortreversed first last join length random slice safeseq escapeseq unordered_list"),
    /** See {@link NumberFilters}. */
    NUMBER_FILTERS("add divisibleby get_digit floatformat filesizeformat"),
    /** See {@link DateFilters}. */
    DATE_FILTERS("date time timesince timeuntil"),
    /** See {@link LogicFilters}. */
    LOGIC_FILTERS("default default_if_none yesno pluralize pprint json_script"),
    /** See {@link CacheTag}. */
    CACHE("cache"),
    /** See {@link Humanize}. */
    HUMANIZE("ordinal intcomma intword apnumber naturalday naturaltime"),
    /** See {@link TranslationTags}. */
    TRANSLATION("translate trans blocktranslate blocktrans language"),
    /** See {@link LanguageTags}. */
    LANGUAGE(
            "get_available_languages get_current_language get_current_language_bidi get_language_info get_language_info_list language_name language_name_local language_bidi language_name_translated"),
    /** See {@link FormatTags}. */
    FORMATS("localize unlocalize"),
    /** See {@link UrlTags}. */
    STATIC_FILES("static get_static_prefix get_media_prefix"),
    /** See {@link FormatTags}. */
    ZONES("localtime timezone get_current_timezone utc");

    private final String names;

    Part(String names) {
        this.names = names;
    }

    /** The tags and filters of the part. */
    List<String> names() {
        return List.of(names.split(" "));
    }

    @Override
    public void accept(Library library, String name) {
        switch (this) {
            case LOGIC_TAGS -> LogicTags.addTo(library, name);
            case LOOP_TAGS -> LoopTags.addTo(library, name);
            case TEXT_TAGS -> TextTags.addTo(library, name);
            case URL_TAGS -> UrlTags.addTo(library, name);
            case BLOCK_TAGS -> BlockTags.addTo(library, name);
            case TEXT_FILTERS -> TextFilters.addTo(library, name);
            case HTML_FILTERS -> HtmlFilters.addTo(library, name);
            case LIST_FILTERS -> ListFilters.addTo(library, name);
            case NUMBER_FILTERS -> NumberFilters.addTo(library, name);
            case DATE_FILTERS -> DateFilters.addTo(library, name);
            case LOGIC_FILTERS -> LogicFilters.addTo(library, name);
            case CACHE -> CacheTag.addTo(library, name);
            case HUMANIZE -> Humanize.addTo(library, name);
            case TRANSLATION -> TranslationTags.addTo(library, name);
            case LANGUAGE -> LanguageTags.addTo(library, name);
            case FORMATS -> FormatTags.addFormats(library, name);
            case STATIC_FILES -> UrlTags.addStatic(library, name);
            case ZONES -> FormatTags.addZones(library, name);
        }
    }
}
