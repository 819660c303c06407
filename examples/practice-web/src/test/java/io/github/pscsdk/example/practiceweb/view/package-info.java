/** Tests of the texts. */
package io.github.pscsdk.example.practiceweb.view;
