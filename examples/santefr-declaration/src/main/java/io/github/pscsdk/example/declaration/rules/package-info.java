/**
 * The rules of the form, {@code V-IDN} to {@code V-OFFRE}: texts of a declaration in, canonical spellings and findings
 * out. They are grouped by what they look at; those on the text of one field are each a {@code FieldRule}, and
 * {@code fields.csv} names that of each field. {@link io.github.pscsdk.example.declaration.rules.DeclarationCheck}
 * applies them all.
 *
 * <p>Stateless; safe for any thread. Nothing a declaration can hold makes a rule throw. A rule never shortens, drops or
 * corrects a value without a finding; only the blanks around a value go unmentioned.
 */
package io.github.pscsdk.example.declaration.rules;
