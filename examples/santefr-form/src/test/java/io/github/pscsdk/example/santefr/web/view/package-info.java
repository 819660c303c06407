/** Tests what the templates are given. */
package io.github.pscsdk.example.santefr.web.view;
