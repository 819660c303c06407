/** Tests the pages through HTTP, against the simulator of Pro Santé Connect. */
package io.github.pscsdk.example.santefr.web;
