/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a class declares. Names are internal ones ({@code java/lang/Object}); a member is its name and descriptor
 * ({@code hashCode()I}, {@code size I}), with its access flags.
 */
record ClassInfo(String name, int access, String parent, List<String> interfaces,
                 Map<String, Integer> fields, Map<String, Integer> methods) {

    static ClassInfo read(byte[] bytes) {
        Reader reader = new Reader();
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return new ClassInfo(reader.name, reader.access, reader.parent, reader.interfaces,
                reader.fields, reader.methods);
    }

    static String field(String name, String descriptor) {
        return name + " " + descriptor;
    }

    static String method(String name, String descriptor) {
        return name + descriptor;
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    String packageName() {
        return packageOf(name);
    }

    /** The package of a class, with dots. */
    static String packageOf(String internalName) {
        int end = internalName.lastIndexOf('/');
        return end < 0 ? "" : internalName.substring(0, end).replace('/', '.');
    }

    /** A name as people read it. */
    static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    /** Classes that are nested in one another may use each other's private members. */
    boolean isNestedWith(ClassInfo other) {
        return outermost(name).equals(outermost(other.name));
    }

    private static String outermost(String name) {
        int end = name.indexOf('$', name.lastIndexOf('/') + 2);
        return end < 0 ? name : name.substring(0, end);
    }

    private static final class Reader extends ClassVisitor {
        private final Map<String, Integer> fields = new LinkedHashMap<>();
        private final Map<String, Integer> methods = new LinkedHashMap<>();
        private String name;
        private String parent;
        private List<String> interfaces;
        private int access;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int flags, String self, String signature, String superName, String[] types) {
            access = flags;
            name = self;
            parent = superName;
            interfaces = Arrays.asList(types);
        }

        /** A nested class's own flags are those of a top-level one; the real ones are here. */
        @Override
        public void visitInnerClass(String inner, String outer, String simpleName, int flags) {
            if (inner.equals(name)) {
                access = flags;
            }
        }

        @Override
        public FieldVisitor visitField(int flags, String self, String descriptor, String signature, Object value) {
            fields.put(field(self, descriptor), flags);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int flags, String self, String descriptor, String signature,
                                         String[] exceptions) {
            methods.put(method(self, descriptor), flags);
            return null;
        }
    }
}
