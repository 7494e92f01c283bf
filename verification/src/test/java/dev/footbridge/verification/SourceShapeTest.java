package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The size rules of the house style, as far as a machine can judge. */
final class SourceShapeTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;

    @Test
    void noFileIsLong() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : everything()) {
            long lines = Files.readAllLines(file).size();
            if (lines > FILE_LINES) {
                found.add(file + " has " + lines + " lines");
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void noMethodIsLong() throws IOException {
        List<String> found = new ArrayList<>();
        parse(everything(), (unit, positions) -> longMethods(unit, positions, found));

        assertThat(found).isEmpty();
    }

    @Test
    void aFileHasOnePublicType() throws IOException {
        List<String> found = new ArrayList<>();
        parse(everything(), (unit, positions) -> {
            long types = unit.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .filter(type -> ((ClassTree) type).getModifiers().getFlags().contains(Modifier.PUBLIC))
                    .count();
            if (types > 1) {
                found.add(unit.getSourceFile().getName());
            }
        });

        assertThat(found).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : everything().stream().map(Path::getParent).distinct().toList()) {
            Path info = folder.resolve("package-info.java");
            Path main = Path.of(info.toString().replace("/src/test/", "/src/main/"));
            Path there = Files.exists(info) ? info : main;
            boolean described = info.toString().contains("/src/test/") || startsWithComment(there);
            if (!described || !Files.exists(there) || !Files.readString(there).contains("@NullMarked")) {
                found.add(folder.toString());
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        String mark = "TO" + "DO";
        List<String> found = new ArrayList<>();
        for (Path file : everything()) {
            String text = Files.readString(file);
            if (text.contains(mark) || text.contains("FIX" + "ME") || text.contains("To be " + "completed")) {
                found.add(file.toString());
            }
        }

        assertThat(found).isEmpty();
    }

    private static boolean startsWithComment(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).startsWith("/**");
    }

    private static List<Path> everything() throws IOException {
        return Stream.concat(House.sources("main").stream(), House.sources("test").stream())
                .toList();
    }

    private static void longMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
        LineMap lines = unit.getLineMap();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                long start = method.getBody() == null ? 0 : positions.getStartPosition(unit, method.getBody());
                long end = positions.getEndPosition(unit, method);
                long count = start <= 0 ? 0 : lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
                if (count > METHOD_LINES) {
                    found.add(unit.getSourceFile().getName() + " " + method.getName() + " has " + count + " lines");
                }
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
    }

    private interface Look {
        void at(CompilationUnitTree unit, SourcePositions positions);
    }

    private static void parse(List<Path> files, Look look) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    unused -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                look.at(unit, positions);
            }
        }
    }
}
