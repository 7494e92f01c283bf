package dev.footbridge.function.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.function.deployed.Entry;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Node;

final class PackageClassesTest {

    private static final String ENTRY = Entry.class.getName();

    @TempDir
    private Path folder;

    @Test
    void classesComeFromThePackageBeforeThoseOfThePlatform() throws Exception {
        Path jar = folder.resolve("a.jar");
        Packages.jar(jar, Entry.class);

        Class<?> loaded = classes(List.of(), jar).loadClass(ENTRY);

        assertThat(loaded).isNotSameAs(Entry.class);
        assertThat(loaded.getName()).isEqualTo(ENTRY);
        assertThat(loaded.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(jar.toUri().toURL());
        assertThat(loaded.getPackageName()).isEqualTo(Entry.class.getPackageName());
    }

    @Test
    void jarsThatAreNotPackedAndEndWithACommentAreReadToo() throws Exception {
        Path jar = folder.resolve("a.jar");
        Packages.storedJar(jar, "x".repeat(60_000), Entry.class, Entry.Part.class);

        ClassLoader classes = classes(List.of(), jar);

        assertThat(classes.loadClass(Entry.Part.class.getName()).getClassLoader())
                .isSameAs(classes);
        assertThat(classes.loadClass(ENTRY).getClassLoader()).isSameAs(classes);
    }

    @Test
    void theFirstPlaceThatHasAClassCounts() throws Exception {
        Path loose = Files.createDirectory(folder.resolve("loose"));
        Packages.folder(loose, Entry.class);
        Path jar = folder.resolve("a.jar");
        Packages.jar(jar, Entry.class, Entry.Part.class);

        ClassLoader classes = classes(List.of(), loose, jar);

        assertThat(place(classes.loadClass(ENTRY)))
                .isEqualTo(loose.toUri().toURL().toString());
        assertThat(place(classes.loadClass(Entry.Part.class.getName())))
                .isEqualTo(jar.toUri().toURL().toString());
    }

    @Test
    void whatIsSharedOrNotInThePackageIsThePlatforms() throws Exception {
        Path jar = folder.resolve("a.jar");
        Packages.jar(jar, Entry.class, Entry.Part.class);

        ClassLoader classes = classes(List.of(ENTRY + "$"), jar);

        assertThat(classes.loadClass(Entry.Part.class.getName())).isSameAs(Entry.Part.class);
        assertThat(classes.loadClass("java.util.List")).isSameAs(List.class);
        assertThat(classes.loadClass(Packages.class.getName())).isSameAs(Packages.class);
        assertThat(classes.getResource(Packages.path(Entry.class))).isNotNull();
        assertThatThrownBy(() -> classes.loadClass("com.example.Nowhere")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aClassIsLoadedOnceHoweverManyThreadsAskForIt() throws Exception {
        Path jar = folder.resolve("a.jar");
        Packages.jar(jar, Entry.class);
        ClassLoader classes = classes(List.of(), jar);
        Set<Class<?>> loaded = ConcurrentHashMap.newKeySet();
        Thread[] threads = new Thread[16];
        Arrays.setAll(threads, i -> new Thread(() -> loaded.add(named(classes))));

        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(loaded).hasSize(1);
    }

    /** Some libraries bring them along, and the JDK hands out its own. */
    @Test
    void whatTheJdkHasIsTheJdks() throws Exception {
        Path jar = folder.resolve("a.jar");
        Packages.jar(jar, Node.class, Entry.class);

        ClassLoader classes = classes(List.of(), jar);

        assertThat(classes.loadClass(Node.class.getName())).isSameAs(Node.class);
    }

    @Test
    void aCommentMayLookLikeTheEndOfAJar() throws Exception {
        Path jar = folder.resolve("a.jar");
        Packages.storedJar(jar, "PK\5\6" + "x".repeat(40), Entry.class);

        assertThat(classes(List.of(), jar).loadClass(ENTRY)).isNotSameAs(Entry.class);
    }

    /** Only some of them would be found here, and the rest by the platform, which is worse than none. */
    @Test
    void aJarOfMoreEntriesThanFitIsNotRead() throws IOException {
        Path jar = folder.resolve("a.jar");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            for (int i = 0; i <= 0xffff; i++) {
                zip.putNextEntry(new ZipEntry(i + ".class"));
            }
        }

        assertThatThrownBy(() -> classes(List.of(), jar)).isInstanceOf(IOException.class);
    }

    @Test
    void aJarWhoseDirectoryIsNowhereIsNotRead() throws IOException {
        Path jar = folder.resolve("a.jar");
        Packages.jar(jar, Entry.class);
        byte[] bytes = Files.readAllBytes(jar);
        for (int where : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, bytes.length}) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 6, where);
            Files.write(jar, bytes);

            assertThatThrownBy(() -> classes(List.of(), jar)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileThatIsNoJarIsSaidToBeNone() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jar"));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar ".repeat(20), StandardCharsets.US_ASCII);
        Path cut = folder.resolve("cut.jar");
        Packages.jar(cut, Entry.class);
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOfRange(whole, 40, whole.length));

        for (Path broken : List.of(empty, text, cut)) {
            assertThatThrownBy(() -> classes(List.of(), broken))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(broken + ": ");
        }
    }

    @Test
    void aClassThatCannotBeUnpackedIsNotFound() throws Exception {
        Path jar = folder.resolve("a.jar");
        Packages.jar(jar, Entry.class);
        byte[] bytes = Files.readAllBytes(jar);
        int data = 30 + Packages.path(Entry.class).length();
        Arrays.fill(bytes, data, data + 50, (byte) 0xff);
        Files.write(jar, bytes);

        ClassLoader classes = classes(List.of(), jar);

        assertThatThrownBy(() -> classes.loadClass(ENTRY))
                .isInstanceOf(ClassNotFoundException.class)
                .hasCauseInstanceOf(ZipException.class);
    }

    private static String place(Class<?> loaded) {
        return loaded.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private static Class<?> named(ClassLoader classes) {
        try {
            return classes.loadClass(ENTRY);
        } catch (ClassNotFoundException none) {
            throw new IllegalStateException(none);
        }
    }

    private static PackageClasses classes(List<String> shared, Path... places) throws IOException {
        List<File> files = Arrays.stream(places).map(Path::toFile).toList();
        return PackageClasses.of(PackageClassesTest.class.getClassLoader(), files, shared);
    }
}
