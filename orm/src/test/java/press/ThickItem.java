package press;

import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.ProxyModel;
import quintet.orm.QuerySet;

/** Items of many pages. */
// region: proxy
@ProxyModel
public class ThickItem extends Item {
    public static final Manager<ThickItem> objects = new Manager<>(ThickItem.class) {
        @Override
        public QuerySet<ThickItem> all() {
            return super.all().filter(ThickItem_.pages.gte(100));
        }
    };

    public static final Meta<ThickItem> meta = Meta.of(ThickItem.class).ordering(ThickItem_.pages.desc());

    /** What it weighs, in grams. */
    public int weight() {
        return pages * 5;
    }
}
// endregion
