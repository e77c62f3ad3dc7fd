[playlist]
NumberOfEntries=3
File2=..\Ada\Cats\09 Nine Lives.mp3
Title2=Ada - Nine Lives
Length2=242
File1=C:\Music\Marlow\Low Tide\03 - Harbour Lights.mp3
Title1=Marlow - Harbour Lights
Length1=215
File3=http://radio.invalid:8000/
Length3=-1
Version=2
