/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What one class refers to: types wherever they are named, members where code uses them, and lambdas. */
final class References {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final Set<String> types = new TreeSet<>();
    private final Set<Member> members = new LinkedHashSet<>();
    private final Set<Lambda> lambdas = new LinkedHashSet<>();

    /** A field or method as code names it; {@code inInterface} says whether the code takes the owner for one. */
    record Member(boolean isField, boolean isStatic, boolean inInterface, String owner, String name,
                  String descriptor) {
        @Override
        public String toString() {
            return ClassInfo.dotted(owner) + "." + name + (isField ? " " : "") + descriptor;
        }
    }

    /** A functional interface that code implements by a lambda, and the one method that the lambda implements. */
    record Lambda(String type, String method) {
    }

    private References() {
    }

    static References of(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        dropWhatIsNotLookedFor(node);
        References references = new References();
        references.collectTypes(node);
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                references.collect(instruction);
            }
        }
        return references;
    }

    Set<String> types() {
        return types;
    }

    Set<Member> members() {
        return members;
    }

    Set<Lambda> lambdas() {
        return lambdas;
    }

    /** Annotations that are kept in the file alone, and the list of nested classes, which names these too. */
    private static void dropWhatIsNotLookedFor(ClassNode node) {
        node.innerClasses.clear();
        node.invisibleAnnotations = null;
        node.invisibleTypeAnnotations = null;
        for (FieldNode field : node.fields) {
            field.invisibleAnnotations = null;
            field.invisibleTypeAnnotations = null;
        }
        for (MethodNode method : node.methods) {
            method.invisibleAnnotations = null;
            method.invisibleTypeAnnotations = null;
            method.invisibleParameterAnnotations = null;
            method.invisibleLocalVariableAnnotations = null;
        }
    }

    private void collectTypes(ClassNode node) {
        node.accept(new ClassRemapper(new ClassNode(), new Remapper() {
            @Override
            public String map(String internalName) {
                types.add(internalName);
                return internalName;
            }
        }));
    }

    private void collect(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof FieldInsnNode field) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            add(new Member(true, isStatic, false, field.owner, field.name, field.desc));
        } else if (instruction instanceof MethodInsnNode call) {
            add(new Member(false, opcode == Opcodes.INVOKESTATIC, call.itf, call.owner, call.name, call.desc));
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            collectLambda(dynamic);
            collect(dynamic.bsm);
            for (Object argument : dynamic.bsmArgs) {
                collectConstant(argument);
            }
        } else if (instruction instanceof LdcInsnNode constant) {
            collectConstant(constant.cst);
        }
    }

    private void collectLambda(InvokeDynamicInsnNode dynamic) {
        if (dynamic.bsm.getOwner().equals(LAMBDAS)) {
            String implemented = ((Type) dynamic.bsmArgs[0]).getDescriptor();
            lambdas.add(new Lambda(Type.getReturnType(dynamic.desc).getInternalName(),
                    ClassInfo.method(dynamic.name, implemented)));
        }
    }

    private void collectConstant(Object constant) {
        if (constant instanceof Handle handle) {
            collect(handle);
        } else if (constant instanceof ConstantDynamic dynamic) {
            collect(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                collectConstant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private void collect(Handle handle) {
        int tag = handle.getTag();
        boolean isField = tag <= Opcodes.H_PUTSTATIC;
        boolean isStatic = tag == Opcodes.H_GETSTATIC || tag == Opcodes.H_PUTSTATIC || tag == Opcodes.H_INVOKESTATIC;
        add(new Member(isField, isStatic, handle.isInterface(), handle.getOwner(), handle.getName(),
                handle.getDesc()));
    }

    /** Arrays have what Object has, and clone. */
    private void add(Member member) {
        if (!member.owner().startsWith("[")) {
            members.add(member);
        }
    }
}
