/* The font files lie in the executable as they are: nothing to find, nothing to install, nothing of the machine's. */
    .section .rodata
    .macro font name, file
    .balign 16
    .global \name
    .global \name\()_end
\name:
    .incbin "\file"
\name\()_end:
    .byte 0
    .endm

    font cartograph_inter_regular, "Inter-Regular.otf"
    font cartograph_inter_semibold, "Inter-SemiBold.otf"

    .section .note.GNU-stack, "", %progbits
