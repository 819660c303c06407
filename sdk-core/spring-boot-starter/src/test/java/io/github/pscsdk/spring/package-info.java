/** Tests of the auto-configuration, alone and in another application. */
package io.github.pscsdk.spring;
