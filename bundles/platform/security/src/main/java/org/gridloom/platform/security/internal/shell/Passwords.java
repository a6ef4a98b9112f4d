package org.gridloom.platform.security.internal.shell;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.domain.GeneratedPassword;
import org.gridloom.platform.text.Text;

/** Passwords on the console are typed unseen, twice, or made and shown once; never part of the command. */
record Passwords(Reader reader, Consumer<Text> printer) {

    String initial(boolean prompt) throws IOException {
        return prompt ? typed() : GeneratedPassword.next(new SecureRandom());
    }

    String typed() throws IOException {
        String password = reader.read(Text.of("新密码", "New password"));
        if (!password.equals(reader.read(Text.of("再输入一次", "Once more")))) {
            throw Problem.invalid("password", Text.of("两次输入不一致", "The two differ"));
        }
        return password;
    }

    void show(boolean prompt, String password) {
        if (!prompt) {
            printer.accept(Text.of(
                    "初始密码(只显示这一次,登录后须修改):%s",
                    "First password (shown this once, to be changed after signing in): %s", password));
        }
    }

    /** Reads without showing. */
    interface Reader {
        String read(Text prompt) throws IOException;
    }
}
