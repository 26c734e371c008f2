/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.apache.felix.utils.manifest.Attribute;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.version.VersionRange;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves what a bundle imports and requires against what other bundles and the JDK offer, as OSGi does. */
final class Wiring {
    private static final String ANY_VERSION = "0.0.0";
    /** Classes that a web application's descriptor names. */
    private static final Pattern WEB_CLASS =
            Pattern.compile("<(?:[a-z]+-class|param-value)>\\s*((?:\\w+\\.)+[A-Z]\\w*)\\s*</");
    /** What the Karaf of these ONOS releases runs on. */
    private static final Map<String, Object> JAVA_11 = Map.of("osgi.ee", "JavaSE", "version", new Version("11"));

    private final Map<String, Set<Version>> exports = new HashMap<>();
    private final List<Map<String, Object>> capabilities = new ArrayList<>();

    Wiring(Collection<Bundle> bundles) {
        ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getPackages().stream().filter(module::isExported))
                .forEach(name -> export(name, Version.emptyVersion));
        capabilities.add(JAVA_11);
        for (Bundle bundle : bundles) {
            bundle.clauses(Constants.EXPORT_PACKAGE)
                    .forEach(clause -> export(clause.getName(), Version.parseVersion(version(clause))));
            bundle.clauses(Constants.PROVIDE_CAPABILITY).forEach(clause -> capabilities.add(attributes(clause)));
        }
    }

    /** What keeps the bundle from being resolved, or its classes from being found once it is. */
    List<String> problems(Bundle bundle) {
        List<String> problems = new ArrayList<>();
        bundle.clauses(Constants.IMPORT_PACKAGE).forEach(clause -> checkImport(clause, problems));
        bundle.clauses(Constants.REQUIRE_CAPABILITY).forEach(clause -> checkRequirement(clause, problems));
        checkVisibility(bundle, problems);
        return problems;
    }

    private void export(String name, Version version) {
        exports.computeIfAbsent(name, any -> new TreeSet<>()).add(version);
    }

    private void checkImport(Clause clause, List<String> problems) {
        String wanted = version(clause);
        Set<Version> offered = exports.getOrDefault(clause.getName(), Set.of());
        if (offered.isEmpty()) {
            if (!isOptional(clause)) {
                problems.add("imports " + clause.getName() + ", which nothing exports");
            }
        } else if (offered.stream().noneMatch(VersionRange.parseVersionRange(wanted)::contains)) {
            problems.add("imports " + clause.getName() + " " + wanted + ", but it is there as " + offered);
        }
    }

    private void checkRequirement(Clause clause, List<String> problems) {
        String filter = clause.getDirective(Constants.FILTER_DIRECTIVE);
        boolean active = Constants.EFFECTIVE_ACTIVE.equals(clause.getDirective(Constants.EFFECTIVE_DIRECTIVE));
        if (isOptional(clause) || active) {
            return; // Services: Karaf does not ask for these in features of our format.
        }
        try {
            boolean met = filter != null && capabilities.stream()
                    .filter(capability -> capability.containsKey(clause.getName()))
                    .anyMatch(FrameworkUtil.createFilter(filter)::matches);
            if (!met) {
                problems.add("requires " + clause.getName() + " " + filter + ", which nothing provides");
            }
        } catch (InvalidSyntaxException e) {
            problems.add("requires " + clause.getName() + " with a filter that makes no sense: " + filter);
        }
    }

    /** Every package that the bundle's classes, or its web descriptor, name must be its own or imported. */
    private static void checkVisibility(Bundle bundle, List<String> problems) {
        Set<String> visible = new HashSet<>();
        bundle.clauses(Constants.IMPORT_PACKAGE).forEach(clause -> visible.add(clause.getName()));
        bundle.classes().keySet().forEach(name -> visible.add(ClassInfo.packageOf(name)));
        Set<String> named = new TreeSet<>();
        for (byte[] bytes : bundle.classes().values()) {
            References.of(bytes).types().forEach(type -> named.add(ClassInfo.packageOf(type)));
        }
        Matcher webClasses = WEB_CLASS.matcher(bundle.webXml().orElse(""));
        while (webClasses.find()) {
            named.add(ClassInfo.packageOf(webClasses.group(1).replace('.', '/')));
        }
        named.stream().filter(name -> !name.startsWith("java.") && !visible.contains(name))
                .forEach(name -> problems.add("uses " + name + ", but does not import it"));
    }

    private static boolean isOptional(Clause clause) {
        return Constants.RESOLUTION_OPTIONAL.equals(clause.getDirective(Constants.RESOLUTION_DIRECTIVE));
    }

    private static String version(Clause clause) {
        String version = clause.getAttribute(Constants.VERSION_ATTRIBUTE);
        return version == null ? ANY_VERSION : version;
    }

    /** Attributes are written as name or name:type; what we ask for are versions and strings. */
    private static Map<String, Object> attributes(Clause clause) {
        Map<String, Object> attributes = new HashMap<>();
        for (Attribute attribute : clause.getAttributes()) {
            String[] name = attribute.getName().split(":", 2);
            boolean isVersion = name.length == 2 && name[1].equals("Version");
            attributes.put(name[0], isVersion ? Version.parseVersion(attribute.getValue()) : attribute.getValue());
        }
        attributes.putIfAbsent(clause.getName(), clause.getName());
        return attributes;
    }
}
