package quintet.benchmarks.templates;

import java.util.ArrayList;
import java.util.List;

/** What the demo's list page shows: a page of books, the filters, the links to other pages. */
public final class Shelf {
    private final List<Book> books;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Page page = new Page();
    private final Paginator paginator = new Paginator();

    Shelf(List<Book> books) {
        this.books = books;
        filters.add(filter("century", "Century", 12));
        filters.add(filter("language", "Language", 9));
        filters.add(filter("order", "Order", 4));
        for (int number : new int[] {1, 2, 3, 4, 5, 0, 9}) {
            links.add(new Link(number));
        }
    }

    private static Filter filter(String name, String label, int size) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            options.add(new Option(i == 0 ? "" : name + i, i == 0 ? "All" : label + " no. " + i));
        }
        return new Filter(name, label, "", options);
    }

    /** The books of this page. */
    public List<Book> getBooks() {
        return books;
    }

    /** The filters offered. */
    public List<Filter> getFilters() {
        return filters;
    }

    /** Links to pages; number 0 is a gap. */
    public List<Link> getLinks() {
        return links;
    }

    /** This page. */
    public Page getPage() {
        return page;
    }

    /** All pages. */
    public Paginator getPaginator() {
        return paginator;
    }

    /** What was searched for. */
    public String getQuery() {
        return "";
    }

    /** The part of the site that is shown. */
    public String getHere() {
        return "books";
    }

    /** The URL of another page. */
    public static String pageUrl(int number) {
        return "?page=" + number;
    }

    /** One page of several. */
    public static final class Page {
        /** From 1. */
        public int getNumber() {
            return 3;
        }

        /** Whether there are others. */
        public boolean getHasOtherPages() {
            return true;
        }

        /** Whether one is before. */
        public boolean getHasPrevious() {
            return true;
        }

        /** Whether one comes after. */
        public boolean getHasNext() {
            return true;
        }

        /** The number after. */
        public int getNextPageNumber() {
            return 4;
        }

        /** The number before. */
        public int getPreviousPageNumber() {
            return 2;
        }
    }

    /** How many there are. */
    public static final class Paginator {
        /** Books. */
        public int getCount() {
            return 206;
        }

        /** Pages. */
        public int getNumPages() {
            return 9;
        }
    }

    /** A book. */
    public static final class Book {
        private final String absoluteUrl;
        private final String title;
        private final String era;
        private final String titleSize;
        private final Author author;
        private final String written;
        private final Option language;

        Book(int id, String title, String era, String titleSize, Author author, String written, Option language) {
            this.absoluteUrl = "/books/" + id + "/";
            this.title = title;
            this.era = era;
            this.titleSize = titleSize;
            this.author = author;
            this.written = written;
            this.language = language;
        }

        /** Its page. */
        public String getAbsoluteUrl() {
            return absoluteUrl;
        }

        /** Its title. */
        public String getTitle() {
            return title;
        }

        /** The style of its cover. */
        public String getEra() {
            return era;
        }

        /** How large the title is set. */
        public String getTitleSize() {
            return titleSize;
        }

        /** Who wrote it. */
        public Author getAuthor() {
            return author;
        }

        /** When it appeared. */
        public String getWritten() {
            return written;
        }

        /** Its language. */
        public Option getLanguage() {
            return language;
        }
    }

    /** A writer. */
    public static final class Author {
        private final String name;

        Author(String name) {
            this.name = name;
        }

        /** The name. */
        public String getName() {
            return name;
        }
    }

    /** A choice. */
    public static final class Option {
        private final String value;
        private final String label;

        Option(String value, String label) {
            this.value = value;
            this.label = label;
        }

        /** What is sent. */
        public String getValue() {
            return value;
        }

        /** What is read. */
        public String getLabel() {
            return label;
        }
    }

    /** Choices to narrow the list. */
    public static final class Filter {
        private final String name;
        private final String label;
        private final String value;
        private final List<Option> options;

        Filter(String name, String label, String value, List<Option> options) {
            this.name = name;
            this.label = label;
            this.value = value;
            this.options = options;
        }

        /** The parameter. */
        public String getName() {
            return name;
        }

        /** Its label. */
        public String getLabel() {
            return label;
        }

        /** What is chosen. */
        public String getValue() {
            return value;
        }

        /** What can be chosen. */
        public List<Option> getOptions() {
            return options;
        }
    }

    /** A link to a page. */
    public static final class Link {
        private final int number;

        Link(int number) {
            this.number = number;
        }

        /** The page, 0 for a gap. */
        public int getNumber() {
            return number;
        }

        /** Its URL. */
        public String getHref() {
            return pageUrl(number);
        }
    }
}
