package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Target;
import dev.footbridge.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Reads the methods that are tools. */
final class ToolReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,8})(ms|s|m)");

    private final Compiler compiler;
    private final Reports reports;
    private final DefinitionReader definitions;
    private final ResultReader results;
    private final TermsReader terms;

    ToolReader(Compiler compiler, Reports reports, DefinitionReader definitions) {
        this.compiler = compiler;
        this.reports = reports;
        this.definitions = definitions;
        this.results = new ResultReader(reports, definitions);
        this.terms = new TermsReader(reports);
    }

    ToolModel read(ExecutableElement method, Mark mark) {
        Signature signature = new Signature(compiler, method);
        signature.verify(reports);
        String name = mark.text("name").isEmpty() ? signature.name() : mark.text("name");
        if (!NAME.matcher(name).matches()) {
            reports.error(mark, "name", "tool name '" + name + "' must be 1 to 128 of A-Z a-z 0-9 _ . -");
        }
        String description = signature.description(mark.text("description"));
        if (description.isBlank()) {
            reports.error(method, "tool " + name + " needs a description, models choose by it: write Javadoc");
        }
        List<String> passed = new ArrayList<>();
        RecordType arguments = arguments(mark, method, signature, passed);
        return new ToolModel(
                new Target(signature.name(), signature.isStatic(), passed),
                name,
                mark.text("title"),
                description,
                mark.text("icon"),
                mark.constant("effect").isEmpty() ? "DESTRUCTIVE" : mark.constant("effect"),
                mark.flag("openWorld", true),
                millis(mark),
                terms.read(mark),
                arguments,
                results.read(method));
    }

    /** One record is all arguments; everything else is the arguments one by one. */
    private RecordType arguments(Mark mark, ExecutableElement method, Signature signature, List<String> passed) {
        List<Site> sites = signature.sites();
        Optional<RecordType> whole = sites.size() == 1 ? whole(sites.get(0)) : Optional.empty();
        for (VariableElement parameter : signature.parameters()) {
            String name = parameter.getSimpleName().toString();
            passed.add(Signature.isCall(parameter) ? Target.CALL : whole.isPresent() ? Target.RECORD : name);
        }
        RecordType arguments = whole.orElseGet(() -> oneByOne(method, sites));
        Map<String, Element> places = new HashMap<>();
        if (whole.isEmpty()) {
            sites.forEach(site -> places.put(site.name(), site.where()));
        }
        new ArgumentRules(definitions, reports, mark).verify(arguments, places, method);
        return arguments;
    }

    private Optional<RecordType> whole(Site site) {
        boolean isRecord = site.type() instanceof DeclaredType type
                && type.asElement().getKind() == ElementKind.RECORD
                && !JavaTypes.is(type, Names.JSON_OBJECT)
                && site.mark(Names.NAME).isEmpty();
        if (!isRecord) {
            return Optional.empty();
        }
        if (site.isNullable() || site.mark(Names.DEFAULT).isPresent()) {
            reports.error(site.where(), "the record of all arguments is always there");
        }
        String name =
                definitions.refer((DeclaredType) site.type(), site.where()).name();
        return Optional.ofNullable((RecordType) definitions.all().get(name));
    }

    private RecordType oneByOne(ExecutableElement method, List<Site> sites) {
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Site site : sites) {
            Member member = definitions.members().read(site);
            if (!names.add(member.wireName())) {
                reports.error(site.where(), "two arguments are called " + member.wireName());
            }
            members.add(member);
        }
        return new RecordType(
                "Arguments",
                "",
                "",
                "",
                members,
                CrossFields.atLeastOne(method, members, reports),
                CrossFields.requirements(method, members, reports));
    }

    private long millis(Mark mark) {
        String text = mark.text("timeout");
        if (text.isEmpty()) {
            return 0;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            reports.error(mark, "timeout", "timeout must be a number and ms, s or m, such as 30s");
            return 0;
        }
        long unit = switch (time.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            default -> 60_000;
        };
        return Long.parseLong(time.group(1)) * unit;
    }
}
