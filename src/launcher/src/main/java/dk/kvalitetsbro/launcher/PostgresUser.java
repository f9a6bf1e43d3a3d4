package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs PostgreSQL, which refuses to run as root.
 *
 * @param name   owner of PostgreSQL's files, empty if that is whoever runs this process
 * @param prefix what to put before a command so that this user runs it
 */
record PostgresUser(String name, List<String> prefix) {
    private static final List<String> NEW_NAMESPACE = List.of("unshare", "--user");
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    PostgresUser {
        prefix = List.copyOf(prefix);
    }

    /** What the finished command printed, and its exit code. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** This user; for root a user namespace without root's powers, and where those are off a system user. */
    static PostgresUser choose() {
        if (!run(List.of("id", "-u")).output().strip().equals("0")) {
            return new PostgresUser("", List.of());
        }
        return works(NEW_NAMESPACE) ? new PostgresUser("root", NEW_NAMESPACE) : systemUser();
    }

    /** An unprivileged system user, by whichever command can change to it. Only root may ask. */
    static PostgresUser systemUser() {
        return UNPRIVILEGED.stream()
                .flatMap(PostgresUser::waysToBecome)
                .filter(user -> works(user.prefix()))
                .findFirst()
                .orElseThrow(() -> new CannotStart("PostgreSQL refuses to run as root, and here neither user namespaces"
                        + " nor the users postgres and nobody can be used: run ./start as another user, or set"
                        + " DB_URL."));
    }

    private static Stream<PostgresUser> waysToBecome(String name) {
        var group = run(List.of("id", "-g", name));
        if (!group.succeeded()) {
            return Stream.empty();
        }
        var setpriv = List.of(
                "setpriv", "--reuid=" + name, "--regid=" + group.output().strip(), "--clear-groups");
        var su = List.of("su", "-s", "/bin/sh", name, "-c", "exec \"$@\"", "--", "sh");
        return Stream.of(setpriv, su).map(prefix -> new PostgresUser(name, prefix));
    }

    private static boolean works(List<String> prefix) {
        return run(Stream.concat(prefix.stream(), Stream.of("true")).toList()).succeeded();
    }

    /** Runs a program to its end, in a folder that this user can reach. */
    Outcome run(Path folder, String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(List.of(arguments));
        return run(new ProcessBuilder(command).directory(folder.toFile()));
    }

    private static Outcome run(List<String> command) {
        return run(new ProcessBuilder(command));
    }

    private static Outcome run(ProcessBuilder command) {
        try {
            var process = command.redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.onExit().join().exitValue(), output);
        } catch (IOException noSuchCommand) {
            return new Outcome(127, noSuchCommand.toString());
        }
    }

    /**
     * Gives this user a folder and everything in it.
     *
     * @throws CannotStart if the user can't reach it there
     */
    void takeOver(Path folder) {
        try {
            if (!name.isEmpty()) {
                changeOwner(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!run(Path.of("/"), "test", "-w", folder.toString()).succeeded()) {
            throw new CannotStart("The user " + name + ", who runs PostgreSQL here because PostgreSQL refuses to run as"
                    + " root, can't reach " + folder + ": choose another folder with --data.");
        }
    }

    private void changeOwner(Path folder) throws IOException {
        var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        if (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            // Deepest first: the folder itself changes hands last, so an interrupted change is made again.
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(owner);
            }
        }
    }
}
