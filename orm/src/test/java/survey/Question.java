package survey;

import static quintet.fields.OnDelete.CASCADE;

import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A question; each survey keeps its own in order. */
// region: ordered
public class Question extends Model {
    public static final Manager<Question> objects = new Manager<>(Question.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Survey> survey;

    @CharField(maxLength = 80)
    public String text = "";

    @Reverse("question")
    public Many<Vote> votes;

    public static final Meta<Question> meta = Meta.of(Question.class)
            .orderWithRespectTo(Question_.survey())
            .naturalKey(Question_.text, Question_.survey());
}
// endregion
