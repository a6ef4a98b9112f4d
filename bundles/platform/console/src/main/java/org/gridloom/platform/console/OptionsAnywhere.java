package org.gridloom.platform.console;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.parsing.DefaultParser;

/**
 * Lets a command's options stand after its arguments, as in {@code organization:tree 210102021 --depth 2}; Karaf itself
 * takes them only before. Put {@code @Parsing(OptionsAnywhere.class)} on each command that has both. Inside a closure
 * ({@code each $list { … }}) Karaf asks no parser: there options come first.
 */
@Service
public class OptionsAnywhere extends DefaultParser {

    @Override
    public String preprocess(Session session, CommandLine line) {
        String[] words = line.getArguments();
        return words.length < 2 ? super.preprocess(session, line) : optionsFirst(words, options(session, words[0]));
    }

    /**
     * @param words of the statement as typed, the command's name first
     * @param options whether each option's name is followed by a value
     */
    static String optionsFirst(String[] words, Map<String, Boolean> options) {
        List<String> first = new ArrayList<>(List.of(words[0]));
        List<String> others = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            Boolean takesValue = options.get(words[i].replaceFirst("=.*", ""));
            if (takesValue == null) {
                others.add(words[i]);
                continue;
            }
            first.add(words[i]);
            if (takesValue && words[i].indexOf('=') < 0 && i + 1 < words.length) {
                first.add(words[++i]);
            }
        }
        first.addAll(others);
        return String.join(" ", first);
    }

    private static Map<String, Boolean> options(Session session, String typed) {
        String name = session.resolveCommand(typed);
        return session.getRegistry().getCommands().stream()
                .filter(command -> name.equals(command.getScope() + ":" + command.getName()))
                .findFirst()
                .map(command -> options(actionOf(command)))
                .orElse(Map.of());
    }

    /** Karaf keeps the class behind a method of its own command type, which it does not export. */
    private static Class<?> actionOf(Command command) {
        try {
            return (Class<?>) command.getClass().getMethod("getActionClass").invoke(command);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Object.class;
        }
    }

    static Map<String, Boolean> options(Class<?> action) {
        Map<String, Boolean> options = new HashMap<>();
        for (Class<?> type = action; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Option option = field.getAnnotation(Option.class);
                if (option != null) {
                    boolean takesValue = field.getType() != boolean.class && field.getType() != Boolean.class;
                    options.put(option.name(), takesValue);
                    Arrays.stream(option.aliases()).forEach(alias -> options.put(alias, takesValue));
                }
            }
        }
        return options;
    }
}
