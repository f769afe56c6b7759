/* The font files lie in the executable as they are: nothing to find, nothing to install, nothing of the machine's. */
    .section .rodata
    .macro font name, file
    .balign 16
    .global cartograph_\name
    .global cartograph_\name\()_end
cartograph_\name:
    .incbin "\file"
cartograph_\name\()_end:
    .byte 0
    .endm

    font inter_regular, "Inter-Regular.otf"
    font inter_semibold, "Inter-SemiBold.otf"
    font arabic_regular, "NotoSansArabicUI-Regular.ttf"
    font arabic_semibold, "NotoSansArabicUI-SemiBold.ttf"
    font hebrew_regular, "NotoSansHebrew-Regular.ttf"
    font hebrew_semibold, "NotoSansHebrew-SemiBold.ttf"
    font devanagari_regular, "NotoSansDevanagariUI-Regular.ttf"
    font devanagari_semibold, "NotoSansDevanagariUI-SemiBold.ttf"
    font thai_regular, "NotoSansThaiUI-Regular.ttf"
    font thai_semibold, "NotoSansThaiUI-SemiBold.ttf"

    .section .note.GNU-stack, "", %progbits
