/** Tests of the pages, over HTTP. */
package io.github.pscsdk.example.practiceweb.web;
