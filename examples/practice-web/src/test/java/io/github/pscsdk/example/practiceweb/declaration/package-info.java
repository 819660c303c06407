/** Tests of the form's fields. */
package io.github.pscsdk.example.practiceweb.declaration;
