package org.gridloom.build.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gridloom.build.ui.declaration.Fault;

/** Has Node.js parse scripts, without running them. */
final class Syntax {

    private static final String PARSE = """
            import { spawnSync } from 'node:child_process';
            import { readFileSync } from 'node:fs';
            import { SourceTextModule } from 'node:vm';
            for (const file of process.argv.slice(1)) {
              const source = readFileSync(file, 'utf8');
              try {
                new SourceTextModule(source);
              } catch (error) {
                // The error does not know its line; asking again takes a process for each file.
                const check = ['--check', '--input-type=module', '-'];
                const { stderr } = spawnSync(process.execPath, check, { input: source, encoding: 'utf8' });
                console.log([file, /^\\[stdin\\]:(\\d+)/m.exec(stderr)?.[1] ?? 1, error.message].join('\\t'));
              }
            }
            """;

    private Syntax() {}

    static void check(Path folder, Set<String> scripts, Consumer<Fault> faults) throws IOException {
        if (scripts.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(
                "node", "--experimental-vm-modules", "--no-warnings", "--input-type=module", "-e", PARSE, "--"));
        command.addAll(scripts);
        Process node = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        node.getOutputStream().close();
        String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        answer.lines().map(line -> line.split("\t", 3)).forEach(found -> {
            if (found.length < 3) {
                throw new IllegalStateException("Node.js says: " + answer);
            }
            faults.accept(
                    new Fault(found[0], Integer.parseInt(found[1]), "语法错误:" + found[2], "does not parse: " + found[2]));
        });
    }
}
