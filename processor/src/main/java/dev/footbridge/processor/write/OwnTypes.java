package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Creation;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.PromptModel;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the outermost types of an author's package that a module speaks of. */
final class OwnTypes {

    private OwnTypes() {}

    /** Their simple names, the module's own included. */
    static Set<String> of(ModuleModel module) {
        Set<String> names = new TreeSet<>(Set.of(module.moduleName(), outermost(module.className())));
        String home = module.packageName().isEmpty() ? "" : module.packageName() + '.';
        qualified(module)
                .filter(type -> type.startsWith(home))
                .map(type -> type.substring(home.length()).replaceAll("<.*", ""))
                .filter(type -> !type.isEmpty() && type.indexOf('.') < 0)
                .forEach(names::add);
        return names;
    }

    /** The first names of the qualified ones, such as {@code com}: no variable may hide those. */
    static Set<String> roots(ModuleModel module) {
        Set<String> roots = new TreeSet<>(Set.of("dev", "java", "com"));
        Stream.concat(Stream.of(module.packageName(), module.className()), qualified(module))
                .map(OwnTypes::outermost)
                .forEach(roots::add);
        return roots;
    }

    private static Stream<String> qualified(ModuleModel module) {
        Stream<String> defined = definitions(module).map(Definition::javaType);
        Stream<String> enums = shapes(module)
                .map(OwnTypes::innermost)
                .filter(Shape.Choice.class::isInstance)
                .map(Shape::javaType);
        return Stream.of(defined, enums, parts(module)).flatMap(each -> each);
    }

    /** What an object of the annotated class is made of. */
    private static Stream<String> parts(ModuleModel module) {
        return module.creation().stream()
                .flatMap(creation -> Stream.concat(
                        creation.parameters().stream().map(Creation.Parameter::javaType), creation.thrown().stream()))
                .map(type -> type.replaceAll("[<\\[].*", ""));
    }

    private static Stream<Definition> definitions(ModuleModel module) {
        return Stream.of(
                        module.definitions().values().stream(),
                        module.questions().stream(),
                        module.tools().stream().map(ToolModel::arguments))
                .flatMap(each -> each);
    }

    private static Stream<Shape> shapes(ModuleModel module) {
        List<Member> members = new ArrayList<>();
        definitions(module)
                .filter(Definition.RecordType.class::isInstance)
                .forEach(record -> members.addAll(((Definition.RecordType) record).members()));
        module.prompts().stream().map(PromptModel::arguments).forEach(members::addAll);
        module.resources().stream().map(ResourceModel::variables).forEach(members::addAll);
        Stream<Shape> ofTools = module.tools().stream()
                .map(ToolModel::result)
                .filter(ToolModel.Result.Structured.class::isInstance)
                .map(result -> ((ToolModel.Result.Structured) result).shape());
        Stream<Shape> ofResources = module.resources().stream()
                .map(ResourceModel::result)
                .filter(ResourceModel.Result.Structured.class::isInstance)
                .map(result -> ((ResourceModel.Result.Structured) result).shape());
        return Stream.of(members.stream().map(Member::shape), ofTools, ofResources)
                .flatMap(each -> each);
    }

    private static Shape innermost(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return innermost(list.item());
        }
        return shape instanceof Shape.MapOf map ? innermost(map.value()) : shape;
    }

    private static String outermost(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
