/** What a person may know and change about their account, and erasing it. */
@NullMarked
package dev.patchbay.usecase.account;

import org.jspecify.annotations.NullMarked;
