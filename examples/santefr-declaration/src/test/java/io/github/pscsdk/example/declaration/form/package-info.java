/** The description of the form, and what is read of a declaration through it. */
package io.github.pscsdk.example.declaration.form;
