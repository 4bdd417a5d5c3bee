package quintet.benchmarks.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the pages show: beans with getters, which every engine can read, and always the same ones. */
public final class Models {
    private static final int STOCKS = 20;
    private static final int ROWS = 1000;
    private static final int BOOKS = 24;

    private Models() {}

    /** A share and its price. */
    public static final class Stock {
        private final String symbol;
        private final String name;
        private final String url;
        private final double price;
        private final double change;
        private final double ratio;

        Stock(String symbol, String name, String url, double price, double change, double ratio) {
            this.symbol = symbol;
            this.name = name;
            this.url = url;
            this.price = price;
            this.change = change;
            this.ratio = ratio;
        }

        /** Such as {@code ADBE}. */
        public String getSymbol() {
            return symbol;
        }

        /** The company. */
        public String getName() {
            return name;
        }

        /** Its site. */
        public String getUrl() {
            return url;
        }

        /** In dollars. */
        public double getPrice() {
            return price;
        }

        /** Against the day before, in dollars. */
        public double getChange() {
            return change;
        }

        /** Against the day before, in percent. */
        public double getRatio() {
            return ratio;
        }
    }

    /** A saying with a number. */
    public static final class Fortune {
        private final int id;
        private final String message;

        Fortune(int id, String message) {
            this.id = id;
            this.message = message;
        }

        /** Its number. */
        public int getId() {
            return id;
        }

        /** Its text. */
        public String getMessage() {
            return message;
        }
    }

    /** A line of a long table. */
    public static final class Row {
        private final int id;
        private final String name;
        private final String city;
        private final int quantity;
        private final long total;

        Row(int id, String name, String city, int quantity, long total) {
            this.id = id;
            this.name = name;
            this.city = city;
            this.quantity = quantity;
            this.total = total;
        }

        /** Its number. */
        public int getId() {
            return id;
        }

        /** A customer. */
        public String getName() {
            return name;
        }

        /** Where the customer lives. */
        public String getCity() {
            return city;
        }

        /** How many were bought. */
        public int getQuantity() {
            return quantity;
        }

        /** What it cost, in cents. */
        public long getTotal() {
            return total;
        }
    }

    /** Stocks with prices of two decimals, none of them whole, as engines differ in how they print those. */
    static List<Stock> stocks() {
        List<Stock> all = new ArrayList<>();
        for (int i = 0; i < STOCKS; i++) {
            String symbol = "" + (char) ('A' + i) + (char) ('Z' - i) + (char) ('C' + i);
            double change = (i * 37 % 100 - 50) / 100.0;
            double price = (3_001 + i * 1_720 % 40_000) / 100.0;
            double ratio = (Math.round(change / price * 1_000) * 10 + (change < 0 ? -1 : 1)) / 100.0;
            String name = "Company " + symbol + (i % 5 == 0 ? " & Sons" : " Incorporated");
            all.add(new Stock(symbol, name, "http://www." + symbol + ".example", price, change, ratio));
        }
        return all;
    }

    /** The twelve fortunes everybody benchmarks with. */
    static List<Fortune> fortunes() {
        String[] texts = {
            "<script>alert(\"This should not be displayed in a browser alert box.\");</script>",
            "A bad random number generator: 1, 1, 1, 1, 1, 4.33e+67, 1, 1, 1",
            "A computer program does what you tell it to do, not what you want it to do.",
            "A computer scientist is someone who fixes things that aren't broken.",
            "A list is only as strong as its weakest link.",
            "Additional fortune added at request time.",
            "After enough decimal places, nobody gives a damn.",
            "Any program that runs right is obsolete.",
            "Computers make very fast, very accurate mistakes.",
            "Emacs is a nice operating system, but I prefer UNIX.",
            "Feature: A bug with seniority.",
            "フレームワークのベンチマーク"
        };
        List<Fortune> all = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            all.add(new Fortune(i * 7 % 13, texts[i]));
        }
        return all;
    }

    /** A thousand rows. */
    static List<Row> rows() {
        String[] names = {"Ada Lovelace", "Barbara Liskov", "Grace Hopper", "Kurt Gödel", "Brown & Co."};
        String[] cities = {"London", "Los Angeles", "New York", "Brünn"};
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            all.add(new Row(
                    100_000 + i * 13,
                    names[i % names.length],
                    cities[i % cities.length],
                    i % 90,
                    i * 1_999L % 1_000_000));
        }
        return all;
    }

    /** The list page of the demo site, with as many books as it shows. */
    static Shelf shelf() {
        List<Shelf.Book> books = new ArrayList<>();
        String[] titles = {"Middlemarch", "The Brothers Karamazov", "War & Peace", "Jane Eyre", "Les Misérables", "Emma"
        };
        String[] names = {"George Eliot", "Fyodor Dostoevsky", "Leo Tolstoy", "Charlotte Brontë", "Victor Hugo"};
        for (int i = 0; i < BOOKS; i++) {
            books.add(new Shelf.Book(
                    i + 1,
                    titles[i % titles.length],
                    i % 2 == 0 ? "nineteenth" : "eighteenth",
                    i % 3 == 0 ? "short" : "medium",
                    new Shelf.Author(names[i % names.length]),
                    String.valueOf(1_800 + i),
                    new Shelf.Option("eng", i % 4 == 1 ? "Russian" : "English")));
        }
        return new Shelf(books);
    }

    /** The URLs of the demo's pages by route. */
    static final Map<String, String> ROUTES = Map.of(
            "library:list", "/books/",
            "library:authors", "/authors/",
            "library:timeline", "/timeline/",
            "library:create", "/books/new/");
}
