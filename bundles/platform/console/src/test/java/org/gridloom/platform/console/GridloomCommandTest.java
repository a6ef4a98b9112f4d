package org.gridloom.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.apache.karaf.shell.support.CommandException;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InjectMocks;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@ExtendWith(MockitoExtension.class)
class GridloomCommandTest {

    @Mock
    private Session session;

    @Mock
    private Callers callers;

    @InjectMocks
    private Sample command = new Sample();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void aSession() {
        lenient().when(session.getConsole()).thenReturn(new PrintStream(printed, true, StandardCharsets.UTF_8));
        lenient().when(callers.current()).thenReturn(Optional.empty());
    }

    @Test
    void aRefusalIsOneRedLineAndOneForEachViolationInTheSessionsLanguage() {
        command.work = () -> {
            throw Problem.invalid(List.of(
                    Violation.of("unit", Text.of("没有这个单元", "No such unit")),
                    Violation.of("代码", 7, Text.of("重复", "Is there twice"))));
        };

        assertThat(failure().getNiceHelp().lines())
                .containsExactly("\u001b[31m提交的内容有 2 处错误\u001b[39m", "  unit: 没有这个单元", "  第 7 行 代码: 重复");

        when(session.get("GRIDLOOM_LANG")).thenReturn("en");
        assertThat(failure().getNiceHelp().lines())
                .containsExactly(
                        "\u001b[31mThe input has 2 fault(s)\u001b[39m",
                        "  unit: No such unit",
                        "  row 7 代码: Is there twice");
    }

    @Test
    void longWorkTellsHowFarItIs() throws Exception {
        command.work = () -> command.watched(progress -> {
            for (int done = 0; done <= 120_000; done += 500) {
                progress.at(done, 120_000);
            }
            return null;
        });

        command.execute();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("已处理 50000 / 120000", "已处理 100000 / 120000");
    }

    @Test
    void anInterruptCancelsLongWorkWithoutInterruptingIt() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread shell = Thread.currentThread();
        command.work = () -> command.watched(progress -> {
            shell.interrupt();
            int done = 0;
            while (progress.at(done++, -1)) {
                Thread.onSpinWait();
            }
            interrupted.set(Thread.currentThread().isInterrupted());
            throw Problem.conflict(Text.of("已取消", "Cancelled"));
        });

        assertThat(failure().getNiceHelp()).contains("已取消");

        assertThat(interrupted).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("正在取消，已读取 ");
    }

    @Test
    void theEndOfTheConnectionCancelsLongWork() {
        lenient().when(session.getConsole()).thenReturn(new PrintStream(new OutputStream() {
            @Override
            public void write(int each) throws IOException {
                throw new IOException("closed");
            }
        }));
        command.work = () -> command.watched(progress -> {
            progress.at(50_000, -1);
            return untilCancelled(progress);
        });

        assertThat(failure().getNiceHelp()).contains("已取消");
    }

    @Test
    void ctrlCCancelsLongWorkThatCameWithAConnectionThatHasATerminal() {
        lenient().when(session.get("COLUMNS")).thenReturn("80");
        when(session.getKeyboard()).thenReturn(new ByteArrayInputStream(new byte[] {'x', 3}));
        command.work = () -> command.watched(GridloomCommandTest::untilCancelled);

        assertThat(failure().getNiceHelp()).contains("已取消");
    }

    private static Object untilCancelled(Progress progress) {
        while (progress.at(0, -1)) {
            Thread.onSpinWait();
        }
        throw Problem.conflict(Text.of("已取消", "Cancelled"));
    }

    @Test
    void aCommandGivesNothingBackThatTheShellWouldPrintAgain() throws Exception {
        command.work = () -> "something";

        assertThat(command.execute()).isNull();
    }

    @Test
    void allThatACommandDoesIsOneCallOfItsUser() throws Exception {
        Caller user = new Caller("li", "console", "any", "10.0.0.1", null);
        when(callers.current()).thenReturn(Optional.of(user));
        Caller[] bound = new Caller[1];
        when(callers.call(any(), any())).thenAnswer(invocation -> {
            bound[0] = invocation.getArgument(0);
            return invocation.<Supplier<Object>>getArgument(1).get();
        });
        command.work = () -> {
            throw new IOException("disk");
        };

        assertThat(catchThrowableOfType(IOException.class, command::execute)).hasMessage("disk");
        assertThat(bound[0].account()).isEqualTo("li");
        assertThat(bound[0].address()).isEqualTo("10.0.0.1");
        assertThat(bound[0].requestId()).isNotEqualTo("any");
    }

    @Test
    void aSecretIsReadWithoutEchoAtATerminal() throws Exception {
        when(session.getTerminal()).thenReturn(org.mockito.Mockito.mock(Terminal.class));
        when(session.readLine("密码: ", '\0')).thenReturn("s3cret");

        assertThat(command.secret()).isEqualTo("s3cret");
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aSecretIsALineOfStandardInputWithoutTerminal() throws Exception {
        when(session.getKeyboard())
                .thenReturn(new ByteArrayInputStream("密码一\r\nsecond\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(command.secret()).isEqualTo("密码一");
        assertThat(command.secret()).isEqualTo("second");
        assertThat(catchThrowableOfType(Problem.class, command::secret).kind()).isEqualTo(Problem.Kind.INVALID);
    }

    private CommandException failure() {
        return catchThrowableOfType(CommandException.class, command::execute);
    }

    static final class Sample extends GridloomCommand {

        private Callable<Object> work;

        @Override
        protected void run() throws Exception {
            work.call();
        }

        String secret() throws IOException {
            return readSecret(Text.of("密码", "Password"));
        }
    }
}
