package dev.patchbay.architecture.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds public types, and packages in their package-info, without Javadoc; the compiler's own parser reads the file. */
final class Undocumented extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final SourceFile file;
    private final DocTrees docs;
    private final List<String> found = new ArrayList<>();

    private Undocumented(SourceFile file, DocTrees docs) {
        this.file = file;
        this.docs = docs;
    }

    static List<String> in(SourceFile file) {
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, problem -> {}, null, null, List.of(inMemory(file)));
        try {
            Undocumented scan = new Undocumented(file, DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scan.scan(unit, null);
            }
            return scan.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
        if (file.name().equals("package-info.java")) {
            check("package " + tree.getPackageName(), tree);
        }
        return null;
    }

    /** What is inside a type that is not public is not public either. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        if (!tree.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
            return null;
        }
        check(tree.getSimpleName().toString(), tree);
        return super.visitClass(tree, null);
    }

    private void check(String what, Tree tree) {
        if (docs.getDocComment(getCurrentPath()) == null) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long at = docs.getSourcePositions().getStartPosition(unit, tree);
            found.add(file.path() + ":" + unit.getLineMap().getLineNumber(at) + ": " + what + " has no Javadoc");
        }
    }

    private static JavaFileObject inMemory(SourceFile file) {
        return new SimpleJavaFileObject(URI.create("text:///" + file.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
    }
}
