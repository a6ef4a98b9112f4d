package org.gridloom.training.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.Person;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Finds who is meant in a row, remembering whom it found. */
final class PersonFinder {

    private final Attendees attendees;
    private final Map<String, List<Person>> found = new HashMap<>();

    PersonFinder(Attendees attendees) {
        this.attendees = attendees;
    }

    /** @return code of the person */
    String find(String code, String name, String phone) {
        if (code != null) {
            return code;
        }
        if (name == null && phone == null) {
            throw Problem.invalid("name", Text.of("人员编号、电话、姓名至少填一项", "Give a code, a telephone or a name"));
        }
        List<Person> people = found.computeIfAbsent(name + "/" + phone, key -> attendees.called(name, phone));
        if (people.isEmpty()) {
            throw Problem.invalid(
                    "name", Text.of("您可查看的人员中没有此人", "Nobody of this name or telephone among those you may see"));
        }
        if (people.size() > 1) {
            throw Problem.invalid(
                    "name", Text.of("有 %d 人符合，请填人员编号", "There are %d such people: give the code", people.size()));
        }
        return people.get(0).code();
    }
}
